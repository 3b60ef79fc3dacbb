global using Santral.Contracts.Calls;
global using Santral.Contracts.Customers;
global using Santral.Contracts.Queues;
global using Santral.Contracts.Processes;
global using Santral.Contracts.Requests;
global using Santral.Contracts.Definitions;
