package io.plumbline.access.sessions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in plain words from which browser and system a session was started. */
public final class Device {
    /** In the order of asking: most browsers also name those that they resemble. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "CrOS", "ChromeOS",
            "Windows", "Windows",
            "Macintosh", "Mac",
            "Linux", "Linux");

    private Device() {}

    /**
     * Returns browser and system, such as <em>Chrome on Windows</em>; at most 60 characters.
     *
     * @param userAgent what the browser says of itself, or null if it says nothing
     */
    public static String of(@Nullable String userAgent) {
        var said = userAgent == null ? "" : userAgent;
        return find(BROWSERS, said, "Unknown browser") + " on " + find(SYSTEMS, said, "an unknown device");
    }

    private static String find(Map<String, String> names, String said, String otherwise) {
        return names.entrySet().stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> inOrder(String... marksAndNames) {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < marksAndNames.length; i += 2) {
            all.put(marksAndNames[i], marksAndNames[i + 1]);
        }
        return all;
    }
}
