global using Santral.Contracts.Definitions;
