using CodingAhead.Cli;

return await App.RunAsync(args, Shell.OfProcess());
