// Each story is a product and a browser of its own, and some mostly wait for a caller to be spoken to: more than three at a time only make each other late.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
