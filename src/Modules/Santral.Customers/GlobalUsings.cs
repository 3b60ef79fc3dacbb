global using Santral.Contracts.Customers;
