using Bungo.Forum.Verifier;

return VerifyCommand.Run(args, Console.Out, Console.Error);
