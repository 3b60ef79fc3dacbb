global using Santral.Contracts.Customers;
global using Santral.Contracts.Definitions;
global using Santral.Contracts.Identity;
global using Santral.Contracts.Mailroom;
global using Santral.Contracts.Requests;
