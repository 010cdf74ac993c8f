namespace Bungo.Forum.Web.Platform.Region;

/// <summary>What makes this site Bungo's; another regency changes these settings and no code.</summary>
public sealed class RegionOptions
{
    /// <summary>Name of the regency as official texts write it.</summary>
    public string Name { get; set; } = "Kabupaten Bungo";

    /// <summary>Name of the site.</summary>
    public string SiteName { get; set; } = "Forum Bungo";

    public string TaglineId { get; set; } = "Partisipasi publik rekrutmen ASN";
    public string TaglineEn { get; set; } = "Public participation in civil-service recruitment";

    /// <summary>The work unit responsible for recruitment.</summary>
    public string Office { get; set; } = "BKPSDM Kabupaten Bungo";

    /// <summary>Public address without final slash, for feeds, mail and the ledger's origin.</summary>
    public string PublicAddress { get; set; } = "http://127.0.0.1:5080";

    public string Email { get; set; } = "forum@bungokab.example";

    /// <summary>Path under wwwroot, or empty for the name alone.</summary>
    public string Logo { get; set; } = "";

    /// <summary>CSS colours that replace the theme's, by name: <c>primary</c>, <c>accent</c>.</summary>
    public Dictionary<string, string> Colours { get; } = [];

    /// <summary>Districts (kecamatan), official code to name.</summary>
    public Dictionary<string, string> Districts { get; } = [];

    /// <summary>
    /// Days off work besides Saturdays and Sundays: national holidays and collective leave, as the yearly joint decree
    /// of the ministers names them. An administrator adds each year's; what counts in working days counts by them.
    /// </summary>
    public IList<DateOnly> Holidays { get; } = [];

    /// <summary>Working days an office may take to answer an input, 1 to 60, and the rule that says so.</summary>
    public int AnswerWorkingDays { get; set; } = 10;

    public string AnswerBasisId { get; set; } = "ukuran yang sama dengan permohonan informasi, UU 14/2008 pasal 22";
    public string AnswerBasisEn { get; set; } = "the measure of a request for information, Law 14/2008, article 22";

    /// <summary>Further interface languages: code to catalogue file.</summary>
    public Dictionary<string, string> Catalogues { get; } = [];
}
