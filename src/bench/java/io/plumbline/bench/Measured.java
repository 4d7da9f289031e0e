package io.plumbline.bench;

/**
 * What was measured of one call.
 *
 * @param statements how many, the insert of the audit row left out
 * @param kind list, search, palette, record or save
 */
record Measured(
        String name,
        String store,
        int patients,
        double p50Ms,
        double p95Ms,
        double jdbcP50Ms,
        int statements,
        long rowsRead,
        String kind) {}
