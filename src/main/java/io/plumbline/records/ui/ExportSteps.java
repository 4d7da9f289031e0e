package io.plumbline.records.ui;

import io.plumbline.records.AccessRequestId;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.ExportProgress;
import io.plumbline.records.ExportReason;
import io.plumbline.records.PreparedRecord;
import io.plumbline.records.RecordExport;
import io.plumbline.records.RecordExportService;
import io.plumbline.shared.ids.PatientId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The steps of an export: for those who treat the patient, or for an access request. */
record ExportSteps(
        Function<ExportReason, RecordExport> begin, Preparing prepare, Sending send, Consumer<PreparedRecord> discard) {
    /** Puts the record together. */
    interface Preparing {
        PreparedRecord run(RecordExport export, ExportProgress progress, BooleanSupplier isCanceled) throws IOException;
    }

    /** Sends the file. */
    interface Sending {
        void run(PreparedRecord prepared, OutputStream out) throws IOException;
    }

    static ExportSteps of(RecordExportService exports, PatientId patient) {
        return new ExportSteps(
                reason -> exports.begin(patient, reason), exports::prepare, exports::send, exports::discard);
    }

    /** The request is the reason. */
    static ExportSteps of(AccessRequestService requests, AccessRequestId request) {
        return new ExportSteps(
                reason -> requests.begin(request),
                (export, progress, isCanceled) -> requests.prepare(request, export, progress, isCanceled),
                (prepared, out) -> requests.send(request, prepared, out),
                requests::discard);
    }
}
