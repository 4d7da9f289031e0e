package io.plumbline.support;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What nobody should type or send, for every field that takes a text. */
public final class BadInput {
    /** No two of them are the same text once hidden characters are left out. */
    public static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' or 1=1 --",
            "O'Brien \"Bo\" \\ %s ${7*7} {{7*7}} {phone}",
            "&lt;b&gt; &amp;amp; &#x41;",
            "👩🏽‍⚕️ 😀",
            "מרים \u202Eevil\u202C",
            "null\u0000byte",
            "half \uD83D of one",
            "\uDC00 the other half",
            "line\r\nBcc: header@example.org",
            "=1+1",
            "+1-602",
            "@SUM(A1)",
            "x",
            "y".repeat(120),
            "x".repeat(200),
            "x".repeat(3000),
            "+0",
            "+000000000",
            "2026-02-30",
            "SOMEDAY",
            "𠮷野家",
            "\uFEFF\u200B",
            "-1",
            "1e999");

    private BadInput() {}

    /** A text as a form or a file carries it: neither can hold half a character. */
    public static String inUtf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
