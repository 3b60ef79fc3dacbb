global using Santral.Kernel;
