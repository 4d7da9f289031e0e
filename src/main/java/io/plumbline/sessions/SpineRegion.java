package io.plumbline.sessions;

import io.plumbline.shared.BodyRegion;
import java.util.List;
import java.util.stream.Stream;

/**
 * A region of the spine in which adjustments are documented and counted. Source: Medicare Benefit Policy Manual, chapter
 * 15, section 240.1.2; which parts of the body chart belong to it is our reading, to be confirmed.
 */
public enum SpineRegion {
    CERVICAL(
            "Cervical",
            "back-head",
            "back-neck-back-left",
            "back-neck-back-right",
            "front-neck-left",
            "front-neck-right"),
    THORACIC("Thoracic", "back-thoracic-left", "back-thoracic-right", "back-mid-back-left", "back-mid-back-right"),
    LUMBAR("Lumbar", "back-lumbar-left", "back-lumbar-right"),
    SACRAL("Sacral", "back-sacrum"),
    PELVIC("Pelvic", "back-si-joint-left", "back-si-joint-right", "back-sacrum");

    private final String label;
    private final List<BodyRegion> areas;

    SpineRegion(String label, String... areas) {
        this.label = label;
        this.areas = Stream.of(areas).map(BodyRegion::new).toList();
    }

    /** Returns the name on screen. */
    public String label() {
        return label;
    }

    /** Returns the regions of the body chart that an adjustment of it touches. */
    public List<BodyRegion> areas() {
        return areas;
    }
}
