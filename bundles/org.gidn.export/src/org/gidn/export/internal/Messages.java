// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of exports; {@code messages.properties} holds them. */
public final class Messages extends NLS {
    public static String exportNoDesign;
    public static String exportNotImported;
    public static String exportNoFields;
    public static String exportNoSteps;
    public static String exportNoPredictor;
    public static String exportPredictor;
    public static String crateLicence;
    public static String crateLicenceAdvice;
    public static String crateProgram;
    public static String crateLinks;
    public static String crateProject;
    public static String crateRun;
    public static String crateRunResult;
    public static String crateExperiment;
    public static String crateDatabase;
    public static String crateReport;
    public static String crateFile;
    public static String kindFormat;
    public static String outlineBetween;
    public static String outlineLength;
    public static String outlineNone;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
