namespace Bungo.Forum.Web.Features.Ledger.Checking;

public enum CheckVerdict
{
    Ok,
    Wrong,

    /// <summary>Nothing was wrong and nothing was shown: no witness signed yet, the receipt carries no words.</summary>
    Open,
}

/// <summary>One thing that was looked at in a receipt. Codes are those of <see cref="CheckWords"/>, and of the browser's own examination.</summary>
/// <param name="Fault">Why it is wrong or open.</param>
/// <param name="Line">In which line of the file, from 1.</param>
/// <param name="Detail">What was found: a hash, a name, a label.</param>
public sealed record CheckStep(string Code, CheckVerdict Verdict, string? Fault = null, int? Line = null, string? Detail = null)
{
    public static CheckStep Ok(string code, string? detail = null) => new(code, CheckVerdict.Ok, Detail: detail);

    public static CheckStep Wrong(string code, string fault, string? detail = null, int? line = null) => new(code, CheckVerdict.Wrong, fault, line, detail);

    public static CheckStep Open(string code, string fault, string? detail = null) => new(code, CheckVerdict.Open, fault, Detail: detail);
}
