package io.plumbline.leads;

import java.util.List;

/**
 * What taking a file in would do; nothing is done yet.
 *
 * @param rows what becomes leads, in the order of the file
 * @param before how many rows were taken in before, or stand in the file twice: they are left out
 * @param errors what is wrong with the others, in the order of the file
 */
public record LeadImportPlan(List<LeadImportRow> rows, long before, List<Wrong> errors) {
    /**
     * What is wrong with a cell.
     *
     * @param line where its row begins in the file, from 1
     * @param column its heading; empty where the whole row cannot be read
     * @param sentence what to do about it
     */
    public record Wrong(long line, String column, String sentence) {}
}
