using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Witnessing;

// Two tools of the evaluating institution in one file: the verifier, and the witness beside it.
return args is ["witness", .. var rest]
    ? WitnessCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System)
    : VerifyCommand.Run(args, Console.Out, Console.Error);
