package io.plumbline.phrases;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A phrase as typed.
 *
 * @param code 2 to 20 letters and digits, the first a letter, in small letters and without the period before it
 * @param text at most 2,000 characters; it may have stops such as {@code {side}}, and insert other phrases by their
 *     code, such as {@code .ql}
 */
public record PhraseDraft(String code, String text) {
    /** The longest code in characters. */
    public static final int LONGEST_CODE = 20;

    /** The longest text in characters. */
    public static final int LONGEST_TEXT = 2000;

    private static final Pattern CODE = Pattern.compile("\\p{L}[\\p{L}\\p{N}]+");

    /** @throws Refused if the code or the text cannot be kept; the message is for the field that it names */
    public PhraseDraft {
        code = asKept(code);
        text = TextLimit.optional("The text", text.replace("\r\n", "\n"), Integer.MAX_VALUE);
        if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            throw new Refused(
                    PhraseField.CODE, "Enter 2 to 20 letters and digits, the first a letter, such as ql or plan2");
        }
        if (TextLimit.isBlank(text)) {
            throw new Refused(PhraseField.TEXT, "Enter the text that the code inserts");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Refused(PhraseField.TEXT, "A phrase has at most 2,000 characters");
        }
    }

    /** Returns a code as it is compared: without the period before it, in small letters. */
    static String asKept(String typed) {
        var code = typed.strip();
        return Normalizer.normalize(code.startsWith(".") ? code.substring(1) : code, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }
}
