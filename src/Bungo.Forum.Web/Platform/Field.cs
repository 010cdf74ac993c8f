namespace Bungo.Forum.Web.Platform;

/// <summary>One line of a form, shown by <c>Shared/_Field.cshtml</c>: label, hint, input, and the error that belongs to it.</summary>
/// <param name="Type">The input's type: <c>text</c>, <c>email</c>, <c>password</c>, <c>number</c> …</param>
public sealed record Field(string Name, string Label, string Type = "text")
{
    public string? Value { get; init; }
    public string? Hint { get; init; }
    public string? Autocomplete { get; init; }
    public int? Longest { get; init; }
    public bool IsRequired { get; init; } = true;
}
