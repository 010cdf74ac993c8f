namespace Bungo.Forum.Web.Data;

/// <summary>
/// A mail to send. It is written with the change that causes it and sent afterwards by a job, so that no
/// letter tells of something that was rolled back and none is lost when the mail server is away.
/// </summary>
public sealed class Letter
{
    public const int MostAttempts = 12;
    public const int LongestSubject = 200;

    private Letter() { }

    public Letter(string to, string subject, string text, DateTimeOffset now)
    {
        (To, Subject, Text, QueuedAt, NextAttemptAt) = (to, subject, text, now, now);
    }

    public long Id { get; private set; }
    public string To { get; private set; } = "";
    public string Subject { get; private set; } = "";

    /// <summary>Plain text; lines are not wrapped.</summary>
    public string Text { get; private set; } = "";

    public DateTimeOffset QueuedAt { get; private set; }
    public DateTimeOffset? NextAttemptAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Waits one minute, then two, four … at most about a day in all; then gives up.</summary>
    public void Failed(DateTimeOffset now) =>
        NextAttemptAt = ++Attempts >= MostAttempts ? null : now + TimeSpan.FromMinutes(Math.Pow(2, Math.Min(Attempts - 1, 9)));
}
