global using Santral.Contracts.Files;
