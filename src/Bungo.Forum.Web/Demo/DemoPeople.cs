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

    // The second and third of a first name must not both be bare.
    private static readonly string[] OfOneWord = ["", "T.", "J."];

    /// <summary>The public name of member <paramref name="index"/>; one-word names are as usual here as others.</summary>
    public static string Name(int index)
    {
        var round = index / First.Length;
        var initial = Initials[(index * 7 + round) % Initials.Length];
        return $"{First[index % First.Length]} {(initial.Length > 0 ? initial : OfOneWord[round])}".TrimEnd();
    }

    public const int Count = 96;
}
