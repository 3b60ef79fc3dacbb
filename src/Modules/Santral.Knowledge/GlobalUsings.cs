global using Santral.Contracts.Definitions;
global using Santral.Contracts.Knowledge;
global using Santral.Contracts.Queues;
global using Santral.Contracts.Requests;
