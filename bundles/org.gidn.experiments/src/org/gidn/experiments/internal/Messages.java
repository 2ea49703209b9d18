package org.gidn.experiments.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of the experiments; {@code messages.properties} holds them. */
public final class Messages extends NLS {
    public static String fileTooLarge;
    public static String fileEmpty;
    public static String fileNoYaml;
    public static String fileUnreadable;
    public static String fileAliases;
    public static String fileTypes;
    public static String fileTooDeep;
    public static String nameExpected;
    public static String nameTwice;
    public static String settingTitle;
    public static String settingSeed;
    public static String settingBudget;
    public static String settingStopAt;
    public static String settingPatience;
    public static String settingVolumeFraction;
    public static String experimentNoLines;
    public static String problemMissing;
    public static String formatMissing;
    public static String formatUnknown;
    public static String kindSetting;
    public static String kindScale;
    public static String scalesNoNames;
    public static String scaleEmpty;
    public static String extensionTakes;
    public static String extensionMissing;
    public static String settingNoDefault;
    public static String settingHasSettings;
    public static String settingHasNoValue;
    public static String settingAmbiguous;
    public static String studyNoFile;
    public static String studyNoExample;
    public static String studySeeds;
    public static String studyFieldsBelow;
    public static String studyFieldsMissing;
    public static String studyFieldMissing;
    public static String studyNoNumber;
    public static String settingsOfRun;
    public static String fileGone;
    public static String fileNoText;
    public static String fileNotRead;
    public static String overrideIncomplete;
    public static String findingAndOneMore;
    public static String findingAndMore;
    public static String jsonNone;
    public static String jsonNoObject;
    public static String schemaFormat;
    public static String schemaEvaluator;
    public static String schemaOptimiser;
    public static String schemaExecutor;
    public static String schemaScales;
    public static String schemaTitle;
    public static String schemaUnit;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
