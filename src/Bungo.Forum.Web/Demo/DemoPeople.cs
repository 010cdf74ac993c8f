namespace Bungo.Forum.Web.Demo;

/// <summary>Invented people of an invented community; any likeness is chance.</summary>
internal static class DemoPeople
{
    private static readonly string[] First =
    [
        "Rahmi", "Dedi", "Siti", "Yusuf", "Nurhayati", "Andi", "Marlina", "Hendra", "Wulandari", "Rizal", "Fitri", "Zulkifli", "Desi", "Bambang", "Yanti",
        "Iskandar", "Mega", "Suhardi", "Lestari", "Fauzan", "Ratna", "Edi", "Novita", "Syahrul", "Puspita", "Jamaludin", "Erna", "Taufik", "Melati", "Rosdiana",
        "Arif", "Kartini", "Hasan", "Yulia", "Darmawan", "Sumiati", "Riko", "Tuti", "Amran", "Widya",
    ];

    private static readonly string[] Initials = ["A.", "S.", "M.", "H.", "P.", "", "N.", "K.", "", "R."];

    /// <summary>The public name of member <paramref name="index"/>; one-word names are as usual here as others.</summary>
    public static string Name(int index)
    {
        var initial = Initials[(index * 7 + index / First.Length) % Initials.Length];
        var name = First[index % First.Length];
        return initial.Length == 0 ? (index < First.Length ? name : $"{name} {index / First.Length + 1}") : $"{name} {initial}";
    }

    public const int Count = 96;
}
