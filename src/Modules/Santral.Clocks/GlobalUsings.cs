global using Santral.Contracts.Clocks;
global using Santral.Contracts.Definitions;
global using Santral.Contracts.Identity;
global using Santral.Contracts.Queues;
