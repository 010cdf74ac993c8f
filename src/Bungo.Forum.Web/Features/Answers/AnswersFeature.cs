using Bungo.Forum.Web.Platform.Language;

namespace Bungo.Forum.Web.Features.Answers;

/// <summary>
/// What became of each input. An office answers one or many at once (<see cref="AnswerDesk"/>) with an outcome and a
/// reason; each author is told and may say once that it is no answer. How far the office has come, and what waits too
/// long, everybody sees on the same list as the office (<see cref="CoverageReading"/>). A reply in the discussion is talk
/// and no outcome; the outcome stands at the input itself.
/// </summary>
public static class AnswersFeature
{
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddScoped<CoverageReading>();
        services.AddScoped<AnswerDesk>();
        services.AddSingleton<AnswerTerm>();
        return services.AddRefusalTexts(
            ("answer-nothing-chosen", "Pilih paling sedikit satu masukan.", "Choose at least one input."),
            ("answer-too-many", "Paling banyak {0} masukan sekali jawab. Bagi menjadi beberapa kali.", "At most {0} inputs in one answer. Do it in several goes."),
            ("answer-not-awaiting", "Ada masukan yang sudah ditanggapi, ditarik, atau disembunyikan sejak halaman ini dibuka. Muat ulang daftarnya.", "Some of these inputs were answered, withdrawn or hidden since this page was opened. Reload the list."),
            ("answer-disposition-missing", "Pilih hasilnya.", "Choose the outcome."),
            ("answer-reason-too-short", "Tulis alasannya, paling sedikit {0} karakter: penulisnya berhak tahu mengapa.", "Give the reason in at least {0} characters: its author has a right to know why."),
            ("answer-reason-too-long", "Alasan paling panjang {0:N0} karakter.", "A reason has at most {0:N0} characters."),
            ("answer-duplicate-of-what", "Untuk hasil “ganda”, tempel tautan masukan lain dalam konsultasi ini yang isinya sama; untuk hasil lain, kosongkan.", "For the outcome “duplicate”, paste the link of another input of this consultation that says the same; for other outcomes leave it empty."),
            ("objection-not-answered", "Masukan ini belum ditanggapi kantor.", "The office has not answered this input yet."),
            ("objection-once", "Anda sudah menyatakan bahwa tanggapan itu belum menjawab. Pernyataan ini hanya dapat dibuat sekali.", "You have already said that the answer does not answer it. That can be said once."));
    }

    public static WebApplication MapAnswers(this WebApplication app)
    {
        app.MapAnswerDocuments();
        return app;
    }
}
