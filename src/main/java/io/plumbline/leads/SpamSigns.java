package io.plumbline.leads;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What in the words of a request looks like advertising. It is a proposal to whoever reads the lead: nothing is hidden,
 * sorted or answered by it, because a person in pain may write a link too.
 */
public final class SpamSigns {
    private static final int MOST_LINKS = 5;
    private static final Pattern LINK = Pattern.compile(
            "(?iu)\\b(?:https?://|www\\.)\\S+|\\b[\\p{L}\\d-]+\\.(?:com|net|org|info|biz|xyz|top|shop|online|site|ru|cn)/\\S*");

    private SpamSigns() {}

    /** Returns what looks like spam, in a few words such as <em>a link in the name</em>; empty if nothing does. */
    public static Optional<String> of(String fullName, String concern) {
        if (LINK.matcher(fullName).find()) {
            return Optional.of("a link in the name");
        }
        var links = LINK.matcher(concern).results().count();
        return links >= MOST_LINKS ? Optional.of(links + " links") : Optional.empty();
    }
}
