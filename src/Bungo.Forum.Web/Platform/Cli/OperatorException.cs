namespace Bungo.Forum.Web.Platform.Cli;

/// <summary>
/// Something only the operator can put right: a missing program, a folder in use, a server that does not answer.
/// The command line prints the message alone, without a stack trace, and ends with exit code 1. It speaks both languages
/// at once, because it must be understood before any setting of language has been read.
/// </summary>
public sealed class OperatorException(string indonesian, string english, Exception? cause = null)
    : Exception(indonesian + Environment.NewLine + english, cause);
