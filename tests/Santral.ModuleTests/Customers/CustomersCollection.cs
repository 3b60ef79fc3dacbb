namespace Santral.ModuleTests.Customers;

/// <summary>The tests of customers and their invoices share one installation and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class CustomersCollection : ICollectionFixture<Installation>
{
    public const string Name = "customers";
}
