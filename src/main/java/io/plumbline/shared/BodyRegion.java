package io.plumbline.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A region of the body, identified by its code on the body chart.
 *
 * @throws IllegalArgumentException if the chart has no such region
 */
public record BodyRegion(String code) {
    private static final String CHART = read();
    private static final Map<String, String> LABELS = labels();

    public BodyRegion {
        if (!LABELS.containsKey(code)) {
            throw new IllegalArgumentException("The body chart has no region " + code);
        }
    }

    /** Returns all regions of the chart, front before back. */
    public static List<BodyRegion> all() {
        return LABELS.keySet().stream().map(BodyRegion::new).toList();
    }

    /** Returns the drawing as SVG; each region carries its code in {@code data-region}. */
    public static String chart() {
        return CHART;
    }

    /** Returns the everyday name of the region. */
    public String label() {
        return Objects.requireNonNull(LABELS.get(code));
    }

    private static Map<String, String> labels() {
        var drawn = new LinkedHashMap<String, String>();
        var region = Pattern.compile("data-region=\"([^\"]+)\" data-label=\"([^\"]+)\"")
                .matcher(CHART);
        while (region.find()) {
            drawn.put(region.group(1), region.group(2));
        }
        var labels = new LinkedHashMap<String, String>();
        drawn.forEach((code, label) -> {
            var isOnBothSides = Collections.frequency(drawn.values(), label) > 1;
            labels.put(code, isOnBothSides ? label + ", " + code.substring(0, code.indexOf('-')) : label);
        });
        return labels;
    }

    private static String read() {
        try (var in = BodyRegion.class.getResourceAsStream("/META-INF/resources/assets/body-chart.svg")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Converter(autoApply = true)
    static final class InColumn implements AttributeConverter<BodyRegion, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable BodyRegion region) {
            return region == null ? null : region.code();
        }

        @Override
        public @Nullable BodyRegion convertToEntityAttribute(@Nullable String code) {
            return code == null ? null : new BodyRegion(code);
        }
    }
}
