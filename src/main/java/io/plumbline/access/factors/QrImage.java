package io.plumbline.access.factors;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as an SVG path of unit squares, with the quiet zone around it.
 *
 * @param size width and height of the drawing, in squares
 * @param path the dark squares
 */
public record QrImage(int size, String path) {
    /** The empty border that the standard asks for, in squares. */
    private static final int QUIET = 4;

    static QrImage of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrImage(code.size + 2 * QUIET, path.toString());
    }
}
