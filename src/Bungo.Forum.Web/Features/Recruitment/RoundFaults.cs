using System.Globalization;
using System.Text.Json;

namespace Bungo.Forum.Web.Features.Recruitment;

/// <summary>One thing to mend in a round's document.</summary>
/// <param name="Path">Where: <c>criteria.items[2].weight</c>; <c>$</c> for the document as a whole.</param>
/// <param name="Line">1, 2, 3 …; for what is missing, the line of what it is missing from.</param>
public sealed record RoundFault(string Path, int Line, string Id, string En);

/// <summary>
/// Takes values out of a document by name and shape, noting everything that is not as it must be. A value that
/// cannot be taken is replaced by an empty one, so that reading goes on; such a document is never used.
/// </summary>
internal sealed class RoundFaults
{
    private readonly List<RoundFault> _found = [];

    public IReadOnlyList<RoundFault> Found => _found;

    public void Add(string path, int line, string id, string en) => _found.Add(new(path, line, id, en));

    /// <summary>An object with exactly these members; <paramref name="optional"/> ones may be left out or null.</summary>
    public Fields Object(LocatedJson json, string path, string[] required, params string[] optional)
    {
        var fields = new Fields(this, json, path);
        if (json.Kind != JsonTokenType.StartObject)
        {
            Add(path, json.Line, "Harus objek { … }.", "Must be an object { … }.");
            return fields;
        }

        foreach (var (name, value) in json.Members)
        {
            var at = fields.At(name);
            if (!required.Contains(name) && !optional.Contains(name)) Add(at, value.Line, "Tidak dikenal.", "Unknown member.");
            else if (!fields.Take(name, value)) Add(at, value.Line, "Tertulis dua kali.", "Written twice.");
        }

        foreach (var name in required.Where(n => !fields.Has(n))) Add(fields.At(name), json.Line, "Tidak ada.", "Missing.");
        return fields;
    }

    /// <summary>The members of one object, each asked for once by its shape.</summary>
    public sealed class Fields(RoundFaults faults, LocatedJson json, string path)
    {
        private readonly Dictionary<string, LocatedJson> _members = new(StringComparer.Ordinal);

        public bool Take(string name, LocatedJson value) => _members.TryAdd(name, value);

        public bool Has(string name) => _members.ContainsKey(name);

        public string At(string name) => path == "$" ? name : $"{path}.{name}";

        public void Fault(string name, string id, string en) => faults.Add(At(name), _members.TryGetValue(name, out var value) ? value.Line : json.Line, id, en);

        /// <summary>Of one item of a list, by its place there.</summary>
        public void Fault(string name, int index, string id, string en) => faults.Add(Item(name, index), _members[name].Items[index].Line, id, en);

        /// <summary>Text on one line, as the forum keeps it.</summary>
        public string Line(string name, int longest) => Within(name, Domain.Text.NormalizeLine(Raw(name)), longest);

        public string Text(string name, int longest) => Within(name, Domain.Text.Normalize(Raw(name)), longest);

        /// <summary>A line that may be left out, null or empty.</summary>
        public string OptionalLine(string name, int longest) => IsAbsent(name) || Domain.Text.NormalizeLine(Raw(name)).Length == 0 ? "" : Line(name, longest);

        public string Code(string name, Func<string, bool> isCode, string id, string en)
        {
            if (Raw(name) is not { } code) return "";
            if (!isCode(code)) Fault(name, id, en);
            return code;
        }

        public string OneOf(string name, params string[] words) => Code(name, words.Contains, $"{string.Join(", ", words)}.", $"One of {string.Join(", ", words)}.");

        public int Whole(string name, int least, int most)
        {
            if (!_members.TryGetValue(name, out var value)) return least;
            if (value.Kind == JsonTokenType.Number && value.Number is { } number && number >= least && number <= most) return number;
            Fault(name, string.Create(CultureInfo.InvariantCulture, $"Bilangan bulat {least} sampai {most}."), string.Create(CultureInfo.InvariantCulture, $"A whole number from {least} to {most}."));
            return least;
        }

        public int? OptionalWhole(string name, int least, int most) => IsAbsent(name) ? null : Whole(name, least, most);

        public DateOnly Day(string name)
        {
            if (Raw(name) is not { } text) return default;
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                Fault(name, "Harus tanggal seperti 2026-11-24.", "Must be a date like 2026-11-24.");
            return day;
        }

        public IReadOnlyList<T> List<T>(string name, int most, Func<LocatedJson, string, T> read)
        {
            if (!_members.TryGetValue(name, out var value)) return [];
            if (value.Kind != JsonTokenType.StartArray) Fault(name, "Harus daftar [ … ].", "Must be a list [ … ].");
            if (value.Items.Count > most) Fault(name, $"Paling banyak {most} butir.", $"At most {most} items.");
            return [.. value.Items.Take(most).Select((item, i) => read(item, Item(name, i)))];
        }

        public T? OptionalObject<T>(string name, Func<LocatedJson, string, T> read) where T : class => IsAbsent(name) ? null : read(_members[name], At(name));

        private string Item(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{At(name)}[{index}]");

        private bool IsAbsent(string name) => !_members.TryGetValue(name, out var value) || value.Kind == JsonTokenType.Null;

        private string? Raw(string name)
        {
            if (!_members.TryGetValue(name, out var value)) return null;
            if (value.Kind == JsonTokenType.String) return value.Text;
            Fault(name, "Harus teks dalam tanda kutip.", "Must be text in quotation marks.");
            return null;
        }

        private string Within(string name, string text, int longest)
        {
            var isText = _members.TryGetValue(name, out var value) && value.Kind == JsonTokenType.String;
            if (isText && (text.Length == 0 || text.Length > longest)) Fault(name, $"1 sampai {longest} karakter.", $"1 to {longest} characters.");
            return text;
        }
    }
}
