package io.plumbline.measures;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The outcome measures that the portal ships, read as it reads them. */
final class Measures {
    static final OutcomeMeasures SHIPPED = read();

    private Measures() {}

    static OutcomeMeasure of(String code) {
        return SHIPPED.require(code);
    }

    private static OutcomeMeasures read() {
        try {
            return MeasureConfig.outcomeMeasures(
                    JsonMapper.builder().build(), new ClassPathResource("clinical/measures.json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
