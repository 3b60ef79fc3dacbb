global using Santral.Contracts.Search;
