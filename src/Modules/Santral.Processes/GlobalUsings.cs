global using Santral.Contracts.Processes;
