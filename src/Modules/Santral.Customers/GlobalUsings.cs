global using Santral.Contracts.Customers;
global using Santral.Contracts.Definitions;
global using Santral.Contracts.Requests;

// Not the whole namespace: its kinds of phones are not those of customers.
global using CallId = Santral.Contracts.Calls.CallId;
global using IKnowCalls = Santral.Contracts.Calls.IKnowCalls;
global using AccountOperations = Santral.Contracts.Calls.AccountOperations;
global using DisclosureWay = Santral.Contracts.Calls.DisclosureWay;
global using IGuardAccounts = Santral.Contracts.Calls.IGuardAccounts;
