namespace Bungo.Forum.Domain.Announcements;

/// <summary>The readable address of an announcement: its title's, lengthened by a number where that is taken.</summary>
public static class AnnouncementSlug
{
    /// <summary>Addresses of the office's own pages beside the announcements.</summary>
    private static readonly HashSet<string> Reserved = ["kelola", "tulis"];

    /// <param name="taken">Those of all announcements that begin with <see cref="Slug.Of"/> the title.</param>
    public static string Of(string title, IReadOnlySet<string> taken)
    {
        var wanted = Slug.Of(title);
        var slug = wanted;
        for (var number = 2; taken.Contains(slug) || Reserved.Contains(slug); number++)
            slug = FormattableString.Invariant($"{wanted}-{number}");
        return slug;
    }
}
