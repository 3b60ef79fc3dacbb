// Those that wait for a caller to be spoken to need no processor meanwhile: one more than there are processors keeps both at work.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
