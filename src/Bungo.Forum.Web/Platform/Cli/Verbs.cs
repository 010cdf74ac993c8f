using System.CommandLine;
using Bungo.Forum.Web.Demo;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.Features.Reports;
using Bungo.Forum.Web.Platform.Sequencing;

namespace Bungo.Forum.Web.Platform.Cli;

/// <summary>The verbs of <c>./forum</c> that this program answers. Each stands in a file of its own, with the feature it belongs to.</summary>
public static class Verbs
{
    public static RootCommand Create() => new("Forum Bungo")
    {
        ServeVerb.Create(),
        WorkVerb.Create(),
        UserVerb.Create(),
        ImportVerb.Create(),
        TokenVerb.Create(),
        ReportVerb.Create(),
        GenerateVerb.Create(),
        ExportVerb.Create(),
        LedgerVerb.Create(),
    };
}
