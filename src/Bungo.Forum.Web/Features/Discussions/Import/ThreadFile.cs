using System.Text.Json;
using System.Text.Json.Serialization;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Web.Features.Discussions.Import;

/// <summary>One line of a threads file: a topic, or a comment in it.</summary>
public sealed record ThreadLine(
    [property: JsonRequired] long Id, [property: JsonRequired] string Type, long? Parent, [property: JsonRequired] long Thread,
    int? Depth, [property: JsonPropertyName("heading_level")] int? HeadingLevel, string? Author, DateTimeOffset? Time,
    [property: JsonRequired] string Text);

/// <summary>What is wrong with a line, told by its number.</summary>
public sealed class ThreadFileException(int line, string indonesian, string english) : Exception($"Baris {line}: {indonesian}\nLine {line}: {english}")
{
    public int Line => line;
}

/// <summary>
/// Reads a threads file whole and checks it before anything is written: ids differ, parents stand above their
/// children in the same thread, texts fit, authors and times are there. A file is taken entirely or not at all.
/// </summary>
public static class ThreadFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // A misspelt "parent" would otherwise turn a reply into something else without a word.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <exception cref="ThreadFileException">The first line that cannot be taken.</exception>
    public static IReadOnlyList<ThreadLine> Read(string path)
    {
        var lines = new List<ThreadLine>();
        var known = new Dictionary<long, ThreadLine>();
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            var line = Parse(text, number);
            Check(line, number, known);
            known.Add(line.Id, line);
            lines.Add(line);
        }

        return lines;
    }

    private static ThreadLine Parse(string text, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<ThreadLine>(text, Options) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new ThreadFileException(number, $"bukan JSON yang dikenal ({e.Message})", $"not the expected JSON ({e.Message})");
        }
    }

    private static void Check(ThreadLine line, int number, Dictionary<long, ThreadLine> known)
    {
        if (known.ContainsKey(line.Id)) throw new ThreadFileException(number, $"id {line.Id} sudah dipakai", $"id {line.Id} is used already");
        var parent = line.Parent is null ? null : known.GetValueOrDefault(line.Parent.Value);
        if (line.Parent is not null && parent is null)
            throw new ThreadFileException(number, $"induk {line.Parent} tidak ada di atas baris ini", $"parent {line.Parent} does not stand above this line");
        switch (line.Type)
        {
            case "topic":
                if (parent is { Type: not "topic" }) throw new ThreadFileException(number, "induk sebuah topik harus topik", "a topic's parent must be a topic");
                if (Text.NormalizeLine(line.Text).Length is 0 or > Topic.LongestTitle)
                    throw new ThreadFileException(number, $"judul kosong atau lebih dari {Topic.LongestTitle} karakter", $"title empty or over {Topic.LongestTitle} characters");
                break;
            case "comment":
                if (parent is null) throw new ThreadFileException(number, "komentar tanpa induk", "a comment without parent");
                if (line.Thread != (parent.Type == "topic" ? parent.Id : parent.Thread))
                    throw new ThreadFileException(number, $"utas {line.Thread} bukan utas induknya", $"thread {line.Thread} is not its parent's");
                if (line.Time is null) throw new ThreadFileException(number, "komentar tanpa waktu", "a comment without time");
                if (Account.CheckName(line.Author).IsRefused(out _))
                    throw new ThreadFileException(number, $"penulis kosong atau lebih dari {Account.LongestName} karakter", $"author empty or over {Account.LongestName} characters");
                if (Post.CheckBody(line.Text).IsRefused(out _))
                    throw new ThreadFileException(number, $"isi kosong atau lebih dari {Post.LongestBody} karakter", $"text empty or over {Post.LongestBody} characters");
                break;
            default:
                throw new ThreadFileException(number, $"jenis '{line.Type}' tidak dikenal", $"type '{line.Type}' is not known");
        }
    }
}
