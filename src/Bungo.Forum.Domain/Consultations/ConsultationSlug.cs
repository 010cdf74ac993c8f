namespace Bungo.Forum.Domain.Consultations;

/// <summary>The readable address of a consultation: its title's, unless a page of the office's stands there.</summary>
public static class ConsultationSlug
{
    /// <summary>Addresses of the office's own pages beside the consultations.</summary>
    private static readonly HashSet<string> Reserved = ["kelola", "terbitkan"];

    public static string Of(string title)
    {
        var slug = Slug.Of(title);
        return Reserved.Contains(slug) ? slug + "-2" : slug;
    }
}
