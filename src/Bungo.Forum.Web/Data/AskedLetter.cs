namespace Bungo.Forum.Web.Data;

/// <summary>
/// Somebody asked for a letter to an address. Whether anybody with that address is to be written to is found out by
/// a job, after the answer: the answer then takes the same time and the same statements for every address, and tells
/// by neither who has an account.
/// </summary>
public sealed class AskedLetter
{
    private AskedLetter() { }

    public AskedLetter(AskedFor what, string to, DateTimeOffset at) => (What, To, At) = (what, to, at);

    public long Id { get; private set; }
    public AskedFor What { get; private set; }
    public string To { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

public enum AskedFor
{
    NewPassword,
    Confirmation,
}
