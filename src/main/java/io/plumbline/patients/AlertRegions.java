package io.plumbline.patients;

import io.plumbline.shared.BodyRegion;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The regions of the body on which an alert applies, as they are stored: their codes with spaces between them. */
public final class AlertRegions {
    /** The most regions of an alert. */
    public static final int MOST = 12;

    private AlertRegions() {}

    /** Returns the text that is stored; null for the whole body. */
    public static @Nullable String text(Collection<BodyRegion> regions) {
        return regions.isEmpty()
                ? null
                : regions.stream().map(BodyRegion::code).sorted().distinct().collect(Collectors.joining(" "));
    }

    /** Reads what is stored. */
    public static Set<BodyRegion> read(@Nullable String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(" ", -1)).map(BodyRegion::new).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the names of the regions in the order of their codes; empty for the whole body. */
    static String labels(Set<BodyRegion> regions) {
        return regions.stream().map(BodyRegion::code).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(code -> new BodyRegion(code).label())
                .collect(Collectors.joining("; "));
    }
}
