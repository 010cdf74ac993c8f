using Bungo.Forum.Web.Platform.Language;

namespace Bungo.Forum.Web.Features.Recruitment;

/// <summary>
/// What the recruitment core hands over and the site shows: rounds with stages and vacancies, and criteria in
/// every version that was published. The core owns the data; the forum only keeps versions apart so that people
/// can discuss them. Applicants' data never come here.
/// </summary>
public static class RecruitmentFeature
{
    public static IServiceCollection AddRecruitment(this IServiceCollection services)
    {
        services.AddScoped<RoundImport>();
        return services.AddRefusalTexts(
            ("criteria-version-changed", "Versi kriteria ini sudah terbit dengan isi lain. Terbitkan dengan nomor versi baru.", "This criteria version was published with other words. Publish it under a new version number."),
            ("criteria-version-not-newer", "Nomor versi kriteria harus lebih besar daripada yang terakhir terbit.", "The criteria version's number must be greater than the last published."),
            ("criterion-code-malformed", "Kode paling panjang 16 huruf, angka, atau tanda hubung.", "A code has at most 16 letters, digits or hyphens."),
            ("criterion-title-missing", "Beri kriteria ini judul.", "Give the criterion a title."),
            ("criterion-title-too-long", "Judul paling panjang {0} karakter.", "A title has at most {0} characters."),
            ("criterion-text-missing", "Tulis bunyi kriterianya. Untuk menghapusnya, pilih hapus.", "Write the criterion's text. To remove it, choose remove."),
            ("criterion-text-too-long", "Bunyi kriteria paling panjang {0:N0} karakter.", "A criterion's text has at most {0:N0} characters."),
            ("criterion-weight-wrong", "Bobot adalah bilangan bulat 0 sampai 100.", "A weight is a whole number from 0 to 100."),
            ("criterion-legal-basis-missing", "Ketentuan nasional perlu dasar hukumnya.", "A national rule needs its legal basis."),
            ("criterion-legal-basis-too-long", "Dasar hukum paling panjang {0} karakter.", "A legal basis has at most {0} characters."),
            ("criterion-reason-too-long", "Alasan paling panjang {0:N0} karakter.", "A reason has at most {0:N0} characters."),
            ("criterion-reason-missing", "Setiap kriteria yang berubah perlu alasan. Lengkapi dulu yang belum.", "Every criterion that changes needs a reason. Add those that are missing."),
            ("criteria-nothing-changed", "Rancangan ini sama dengan versi yang sudah terbit.", "This draft is the same as the published version."),
            ("criteria-none-left", "Paling sedikit satu kriteria harus tersisa.", "At least one criterion must remain."),
            ("criteria-weights-not-whole", "Jumlah bobot harus 100 persen.", "Weights must sum to 100 percent."),
            ("criteria-too-many", "Paling banyak {0} kriteria.", "At most {0} criteria."),
            ("criteria-draft-changed-meanwhile", "Rancangan ini baru saja disimpan orang lain. Periksa perubahannya, lalu simpan lagi.", "Somebody else has just saved this draft. Look at their change, then save again."),
            ("criteria-draft-outdated", "Versi lain sudah terbit sejak rancangan ini dimulai. Buang rancangan ini dan mulai lagi dari versi terbaru.", "Another version has been published since this draft was begun. Discard it and begin again from the newest."));
    }

    public static WebApplication MapRecruitment(this WebApplication app)
    {
        app.MapRecruitmentApi();
        return app;
    }
}
