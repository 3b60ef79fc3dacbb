global using Santral.Contracts.Identity;
global using Santral.Contracts.Workplace;
