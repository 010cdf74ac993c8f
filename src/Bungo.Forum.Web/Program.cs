using System.CommandLine;
using Bungo.Forum.Web.Platform.Cli;

// The handler of the library would print a stack trace for what the operator can put right with a sentence. Its limit
// of two seconds for a cancelled verb would cut off the last checkpoint of the private database.
var running = new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromMinutes(2),
};
try
{
    return await Verbs.Create().Parse(args).InvokeAsync(running);
}
catch (OperatorException advice)
{
    Console.Error.WriteLine(advice.Message);
    return 1;
}
catch (OperationCanceledException)
{
    const int InterruptedByOperator = 130;
    return InterruptedByOperator;
}
