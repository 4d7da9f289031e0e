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

/** The steps of an export: for those who treat the patient, or for an access request. */
interface ExportSteps {
    RecordExport begin(ExportReason reason);

    PreparedRecord prepare(RecordExport export, ExportProgress progress, BooleanSupplier isCanceled) throws IOException;

    void send(PreparedRecord prepared, OutputStream out) throws IOException;

    void discard(PreparedRecord prepared);

    static ExportSteps of(RecordExportService exports, PatientId patient) {
        return new ExportSteps() {
            @Override
            public RecordExport begin(ExportReason reason) {
                return exports.begin(patient, reason);
            }

            @Override
            public PreparedRecord prepare(RecordExport export, ExportProgress progress, BooleanSupplier isCanceled)
                    throws IOException {
                return exports.prepare(export, progress, isCanceled);
            }

            @Override
            public void send(PreparedRecord prepared, OutputStream out) throws IOException {
                exports.send(prepared, out);
            }

            @Override
            public void discard(PreparedRecord prepared) {
                exports.discard(prepared);
            }
        };
    }

    /** The request is the reason. */
    static ExportSteps of(AccessRequestService requests, AccessRequestId request) {
        return new ExportSteps() {
            @Override
            public RecordExport begin(ExportReason reason) {
                return requests.begin(request);
            }

            @Override
            public PreparedRecord prepare(RecordExport export, ExportProgress progress, BooleanSupplier isCanceled)
                    throws IOException {
                return requests.prepare(request, export, progress, isCanceled);
            }

            @Override
            public void send(PreparedRecord prepared, OutputStream out) throws IOException {
                requests.send(request, prepared, out);
            }

            @Override
            public void discard(PreparedRecord prepared) {
                requests.discard(prepared);
            }
        };
    }
}
