package io.plumbline.support;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.StateNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody types who attacks whoever reads it, and where on a screen it would run. */
public final class HostileText {
    /** Each ends with a mark by which it is found again. */
    public static final List<String> LINES = List.of(
            "<script>window.xss=1</script> xss7",
            "\"><img src=x onerror=window.xss=1> xss7",
            "'><svg/onload=window.xss=1> xss7",
            "</textarea></title></style><script>window.xss=1</script> xss7",
            "javascript:window.xss=1//xss7",
            "data:text/html,<script>window.xss=1</script> xss7",
            "{{7*7}} ${7*7} [[${7*7}]] #{7*7} *{7*7} xss7",
            "`${window.xss=1}` $0 $1 '; window.xss=1; ' xss7",
            "' or '1'='1' -- '; drop table patient; -- xss7",
            "=cmd|' /C calc'!A0 xss7",
            "@SUM(1+1)*cmd|' /C calc'!A0 xss7",
            "Ada \u202Enimda\u202C \u200B\u2066hidden\u2069 xss7",
            "null\u0000byte\r\nBcc: all@example.org xss7",
            "\uD83D\uDC69\uD83C\uDFFD\u200D\u2695\uFE0F\uD842\uDFB7 xss7",
            "%s %n {0} \\u003cscript\\u003e &#60;script&#62; xss7",
            "xss7 " + "x".repeat(20_000));

    private static final String MARK = "xss7";
    private static final Pattern RUNS = Pattern.compile("(?is)<\\s*script|<\\s*img|<\\s*svg[^>]*onload|\\son\\w+\\s*=");
    private static final Pattern SCRIPT_ADDRESS = Pattern.compile("(?is)[\\s\\p{Cntrl}]*(javascript|vbscript|data):.*");
    private static final List<String> ADDRESSES =
            List.of("href", "src", "action", "formaction", "xlink:href", "router-link");

    private HostileText() {}

    /** What a browser would run of what somebody typed: markup, addresses and attributes with it, on any part. */
    public static List<String> runnable(List<StateNode> screen) {
        return screen.stream()
                .map(Element::get)
                .filter(element -> !element.isTextNode())
                .flatMap(element -> Stream.concat(
                                element.getAttributeNames()
                                        .map(name -> new Named(name, String.valueOf(element.getAttribute(name)))),
                                element.getPropertyNames()
                                        .map(name -> new Named(name, String.valueOf(element.getPropertyRaw(name)))))
                        .filter(Named::isRun)
                        .map(named -> element.getTag() + " " + named))
                .toList();
    }

    private record Named(String name, String value) {
        boolean isRun() {
            var lower = name.toLowerCase(Locale.ROOT);
            return switch (lower) {
                case "innerhtml", "outerhtml", "srcdoc" ->
                    value.contains(MARK) && RUNS.matcher(value).find();
                case "style" -> value.contains(MARK);
                default ->
                    lower.startsWith("on") && value.contains(MARK)
                            || ADDRESSES.contains(lower)
                                    && SCRIPT_ADDRESS.matcher(value).matches();
            };
        }
    }

    /** Whether what the browser is told to run has typed text in the code, and not beside it as a value. */
    public static boolean isInCode(String code) {
        return code.contains(MARK) || code.contains("window.xss");
    }
}
