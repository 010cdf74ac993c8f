using System.Globalization;
using System.Text;
using QRCoder;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>An address as a QR code, as one SVG path: a page draws it without another request and without script.</summary>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string address)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var rows = data.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
                if (rows[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new(rows.Count, path.ToString());
    }
}
