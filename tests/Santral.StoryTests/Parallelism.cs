// Each story is a product and a browser of its own: more than two at a time only make each other late.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
