using System.Globalization;
using Bungo.Forum.Domain;

namespace Bungo.Forum.Web.Platform.Language;

/// <summary>One refusal's sentence in both languages; <c>{0}</c> stands for the refusal's limit.</summary>
public sealed record RefusalText(string Code, string Id, string En);

/// <summary>
/// The sentences of the Domain's refusals. Each feature adds those of its own rules; a test demands that no
/// refusal is without one.
/// </summary>
public sealed class RefusalTexts(IEnumerable<RefusalText> texts)
{
    private readonly Dictionary<string, RefusalText> _byCode = texts.ToDictionary(t => t.Code);

    public IReadOnlyCollection<string> Codes => _byCode.Keys;

    public string Of(Refusal refusal)
    {
        var text = _byCode[refusal.Code];
        return Filled(Texts.T(text.Id, text.En), refusal, CultureInfo.CurrentCulture);
    }

    /// <summary>In a given language, where nobody's request says which: the command line.</summary>
    public string In(CultureInfo culture, Refusal refusal)
    {
        var text = _byCode[refusal.Code];
        return Filled(culture.TwoLetterISOLanguageName == "en" ? text.En : text.Id, refusal, culture);
    }

    private static string Filled(string sentence, Refusal refusal, CultureInfo culture) =>
        refusal.Limit is { } limit ? string.Format(culture, sentence, limit) : sentence;
}

public static class RefusalTextRegistration
{
    public static IServiceCollection AddRefusalTexts(this IServiceCollection services, params (string Code, string Id, string En)[] texts)
    {
        foreach (var (code, id, en) in texts) services.AddSingleton(new RefusalText(code, id, en));
        return services;
    }
}
