package io.plumbline.measures;

/** The outcome measures that the portal ships, read as it reads them. */
final class Measures {
    static final OutcomeMeasures SHIPPED = MeasureConfig.outcomeMeasures();

    private Measures() {}

    static OutcomeMeasure of(String code) {
        return SHIPPED.require(code);
    }
}
