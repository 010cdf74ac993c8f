using System.CommandLine;
using Bungo.Forum.Web.Features.Discussions.Import;
using Bungo.Forum.Web.Features.Recruitment;

namespace Bungo.Forum.Web.Platform.Cli;

/// <summary><c>./forum import …</c>: each kind of data is brought in by the feature it belongs to.</summary>
public static class ImportVerb
{
    public static Command Create() => new("import", "Masukkan data / bring data in") { ImportThreadsVerb.Create(), ImportRecruitmentVerb.Create() };
}
