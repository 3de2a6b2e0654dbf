#!/usr/bin/env python3
"""Writes the example workflow `health-insurance`, in the form in which KNIME Analytics Platform 5.8 saves workflows.

make_workflow.py [PREFIX=health-insurance]: run it after a node's settings have changed. What it writes is kept in git,
opens in KNIME, and runs in batch mode. A saved node holds every key of its settings, so that a later default changes nothing.
"""
import shutil
from pathlib import Path
from xml.sax.saxutils import quoteattr

HERE = Path(__file__).resolve().parent
HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n<config xmlns="http://www.knime.org/2008/09/XMLConfig" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.knime.org/2008/09/XMLConfig '
        'http://www.knime.org/XMLConfig_2008_09.xsd" key="%s">\n')


class Null:
    """An entry of type xstring without a value."""


class Long(int):
    """An entry of type xlong."""


class Char(str):
    """An entry of type xchar."""


def xml(key, value, depth=1):
    pad = '    ' * depth
    if isinstance(value, dict):
        inner = ''.join(xml(k, v, depth + 1) for k, v in value.items())
        return f'{pad}<config key={quoteattr(key)}>\n{inner}{pad}</config>\n' if inner else f'{pad}<config key={quoteattr(key)}/>\n'
    if isinstance(value, (list, tuple)):
        return xml(key, {'array-size': len(value), **{str(i): v for i, v in enumerate(value)}}, depth)
    if value is Null:
        return f'{pad}<entry key={quoteattr(key)} type="xstring" isnull="true" value=""/>\n'
    kind = ('xboolean' if isinstance(value, bool) else 'xlong' if isinstance(value, Long) else 'xint' if isinstance(value, int)
            else 'xdouble' if isinstance(value, float) else 'xchar' if isinstance(value, Char) else 'xstring')
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'{pad}<entry key={quoteattr(key)} type="{kind}" value={quoteattr(text)}/>\n'


def document(key, entries):
    return HEAD % key + ''.join(xml(k, v) for k, v in entries.items()) + '</config>\n'


# ---- KNIME's own nodes

def chosen_file(path, writer, filter_options=None):
    """A file of the workflow's data area, as the file choosers of KNIME's nodes keep it."""
    location = {'location_present': True, 'file_system_type': 'RELATIVE', 'path': path, 'file_system_specifier': 'knime.workflow.data'}
    chooser = {'file_system_chooser__Internals': {
        'has_fs_port': False, 'overwritten_by_variable': False, 'convenience_fs_category': 'RELATIVE', 'relative_to': 'knime.workflow.data',
        'mountpoint': 'LOCAL', 'spaceId': '', 'spaceName': '', 'custom_url_timeout': 10000, 'connected_fs': True},
        'path': location, 'filter_mode_Internals': {'SettingsModelID': 'SMID_FilterMode', 'EnabledStatus': True}}
    if writer:
        return {**chooser, 'create_missing_folders': True, 'if_path_exists': 'overwrite'}
    return {**chooser, 'filter_mode': {'filter_mode': 'FILE', 'include_subfolders': False, 'filter_options': {
        'filter_files_extension': False, 'files_extension_expression': '', 'files_extension_case_sensitive': False, 'filter_files_name': False,
        'files_name_expression': '*', 'files_name_case_sensitive': False, 'files_name_filter_type': 'WILDCARD', 'include_hidden_files': False,
        'include_special_files': True, 'filter_folders_name': False, 'folders_name_expression': '*', 'folders_name_case_sensitive': False,
        'folders_name_filter_type': 'WILDCARD', 'include_hidden_folders': False, 'follow_links': True}}}


def internals(kind):
    return {'SettingsModelID': kind, 'EnabledStatus': True}


BASE = ('KNIME Base Nodes', 'org.knime.base', 'KNIME AG, Zurich, Switzerland', '5.8.0.v202604101157')
OURS = ('Recluster nodes', 'io.github.recluster.nodes', 'Recluster', '1.0.0')
TABLE_PORTS = {'File System Connection': {}, 'Data Table': {}}


def csv_reader(path):
    return dict(name='CSV Reader', factory='org.knime.base.node.io.filehandling.csv.reader.CSVTableReaderNodeFactory', bundle=BASE, ports=1, creation=TABLE_PORTS, model={
        'settings': {
            'has_column_header': True, 'has_row_id': False, 'support_short_data_rows': False, 'skip_empty_data_rows': False, 'prepend_file_idx_to_row_id': False,
            'comment_char': '#', 'column_delimiter': ',', 'quote_char': '"', 'quote_escape_char': '"', 'use_line_break_row_delimiter': True,
            'row_delimiter': '%%00010', 'autodetect_buffer_size': 1048576, 'file_selection_Internals': internals('SMID_ReaderFileChooser'),
            'file_selection': chosen_file(path, writer=False)},
        'advanced_settings': {
            'spec_merge_mode_Internals': 'UNION', 'fail_on_differing_specs': True, 'append_path_column_Internals': False, 'path_column_name_Internals': 'File Path',
            'limit_data_rows_scanned': False, 'max_data_rows_scanned': Long(10000), 'save_table_spec_config_Internals': True, 'check_table_spec': True,
            'limit_memory_per_column': True, 'maximum_number_of_columns': 8192, 'quote_option': 'REMOVE_QUOTES_AND_TRIM', 'replace_empty_quotes_with_missing': True,
            'no_row_delimiters_in_quotes': False, 'min_chunk_size_in_bytes': Long(67108864), 'max_num_chunks_per_file': 1, 'thousands_separator': '%%00000', 'decimal_separator': '.'},
        'limit_rows': {'skip_lines': False, 'number_of_lines_to_skip': Long(1), 'skip_data_rows': False, 'number_of_rows_to_skip': Long(1), 'limit_data_rows': False, 'max_rows': Long(50)},
        'encoding': {'charset': 'UTF-8'}})


def csv_writer(path):
    return dict(name='CSV Writer', factory='org.knime.base.node.io.filehandling.csv.writer.CSVWriter2NodeFactory', bundle=BASE, ports=0, creation=TABLE_PORTS, model={
        'settings': {
            'file_chooser_settings_Internals': internals('SMID_WriterFileChooser'), 'file_chooser_settings': chosen_file(path, writer=True), 'column_delimiter': ',',
            'row_delimiter': Null, 'quote_char': Char('"'), 'quote_escape_char': Char('"'), 'write_column_header': True, 'skip_column_header_on_append': False, 'write_row_header': True},
        'advanced_settings': {
            'missing_value_pattern': '', 'compress_with_gzip': False, 'quote_mode': 'STRINGS_ONLY', 'separator_replacement': '', 'decimal_separator': Char('.'),
            'use_scientific_format': False, 'keep_trailing_zero_in_decimals': False},
        'comment_header_settings': {
            'comment_line_marker': '#', 'comment_indentation': '%%00009', 'add_time_to_comment': False, 'add_user_to_comment': False, 'add_table_name_to_comment': False,
            'add_custom_text_to_comment': False, 'custom_comment_text': ''},
        'encoding': {'character_set': 'UTF-8'}})


def file_writer(name, factory, path):
    return dict(name=name, factory=factory, bundle=BASE, ports=0, creation={'File System Connection': {}, 'Port Object': {}}, model={
        'filechooser_Internals': internals('SMID_WriterFileChooser'), 'filechooser': chosen_file(path, writer=True)})


def model_writer(path):
    return file_writer('Model Writer', 'org.knime.base.node.io.filehandling.model.writer.ModelWriterNodeFactory', path)


def image_writer(path):
    return file_writer('Image Writer (Port)', 'org.knime.base.node.io.filehandling.imagewriter.ImagePortWriterNodeFactory', path)


# ---- ours

def columns(*names):
    """A column filter that keeps what is named; as KNIME's parameters save it."""
    return {'mode': 'MANUAL', 'patternFilter': {'pattern': '', 'isCaseSensitive': False, 'isInverted': False},
            'manualFilter': {'manuallySelected': names, 'manuallyDeselected': (), 'includeUnknownColumns': False},
            'typeFilter': {'selectedTypes': ()}}


def ours(name, factory, ports, **model):
    return dict(name=name, factory='io.github.recluster.nodes.' + factory, bundle=OURS, ports=ports, creation=None, model=model)


def scale(log):
    return ours('Scale', 'scale.ScaleNodeFactory', 3, columnMode='AUTOMATIC', columns=columns(), method='STANDARD', logColumns=columns(*log), coding='LABEL',
                scaleEncoded=False, replace=False, missingValues='SKIP', threads=0)


def umap():
    return ours('UMAP Embed', 'umap.UmapEmbedNodeFactory', 3, columnMode='AUTOMATIC', columns=columns(), neighbors=10, components=2, metric='EUCLIDEAN', minDist=0.0,
                useStaticSeed=True, seed=7, missingValues='SKIP', spread=1.0, epochs=0, init='SPECTRAL', learningRate=1.0, negativeSampleRate=5, repulsionStrength=1.0,
                setOpMixRatio=1.0, localConnectivity=1.0, threads=0)


def hdbscan(min_cluster_size, min_samples):
    return ours('HDBSCAN Cluster', 'hdbscan.HdbscanClusterNodeFactory', 4, columnMode='AUTOMATIC', columns=columns(), minClusterSize=min_cluster_size, minSamples=min_samples,
                clusterSelectionMethod='EOM', clusterSelectionEpsilon=0.0, missingValues='SKIP', allowSingleCluster=False, maxClusterSize=0, alpha=1.0,
                persistenceThreshold=0.0, threads=0)


def one_vs_rest_learner():
    return ours('One-vs-Rest XGBoost Learner', 'ovr.OneVsRestLearnerNodeFactory', 4, clusterMode='AUTOMATIC', clusterColumn='', columnMode='AUTOMATIC', columns=columns(),
                rounds=100, maxDepth=4, learningRate=0.1, balanced=True, minRows=30, always='', heldOutShare=0.2, folds=5, missingValues='NATIVE', useStaticSeed=True, seed=7,
                subsample=1.0, columnSample=1.0, minChildWeight=1.0, l1=0.0, l2=1.0, minSplitLoss=0.0, treeMethod='HIST', maxBins=256, earlyStoppingRounds=0,
                permutations=3, backgroundRows=1000, threads=0)


def one_vs_rest_predictor():
    return ours('One-vs-Rest XGBoost Predictor', 'ovr.OneVsRestPredictorNodeFactory', 1, threshold=0.5, threads=0)


def one_vs_rest_writer(folder):
    return ours('One-vs-Rest XGBoost Writer', 'ovr.OneVsRestWriterNodeFactory', 0, folder=folder, format='JSON', existing='OVERWRITE')


def shap_explain():
    return ours('SHAP Explain', 'shap.ShapExplainNodeFactory', 3, mode='PATH_DEPENDENT', unit='LOG_ODDS', explanations='LONG', threads=0)


# ---- a workflow: nodes by number, and wires (from node, out port, to node, in port), ports counted from 0

LOG = ('Doctor visits', 'Other visits', 'Outpatient dollars', 'Drug dollars', 'Psychotherapy dollars', 'Hospital dollars')
NODES = {
    1: csv_reader('health-insurance.csv'),
    2: scale(LOG),
    3: umap(),
    4: hdbscan(60, 10),
    5: one_vs_rest_learner(),
    6: one_vs_rest_predictor(),
    7: shap_explain(),
    8: one_vs_rest_writer('knime://knime.workflow/data/out/models'),
    10: image_writer('out/histograms.png'), 11: image_writer('out/embedding.png'), 12: image_writer('out/clusters.png'),
    13: image_writer('out/importance.png'), 14: image_writer('out/shap.png'),
    20: csv_writer('out/clustered.csv'), 21: csv_writer('out/clusters.csv'),
    22: csv_writer('out/report.csv'), 23: csv_writer('out/importance.csv'), 24: csv_writer('out/predictions.csv'), 25: csv_writer('out/shap.csv'),
    26: csv_writer('out/explanations.csv'),
    30: model_writer('out/scale.model'), 31: model_writer('out/umap.model'), 32: model_writer('out/hdbscan.model'),
    33: model_writer('out/one-vs-rest.model'),
}
WIRES = [(1, 0, 2, 0), (2, 0, 3, 0), (3, 0, 4, 0), (4, 0, 5, 0), (5, 2, 6, 0), (4, 0, 6, 1), (5, 2, 7, 0), (4, 0, 7, 1), (5, 2, 8, 0),
         (5, 3, 13, 0), (7, 2, 14, 0), (5, 0, 22, 0), (5, 1, 23, 0), (6, 0, 24, 0), (7, 0, 25, 0), (7, 1, 26, 0), (5, 2, 33, 0),
         (2, 2, 10, 0), (3, 2, 11, 0), (4, 3, 12, 0), (4, 0, 20, 0), (4, 1, 21, 0), (2, 1, 30, 0), (3, 1, 31, 0), (4, 2, 32, 0)]


def place(number):
    """Where a node stands on the canvas: the main line, and its writers below."""
    return (number * 160, 100) if number < 10 else (160 + (number % 10 + 1) * 160, 150 + (number // 10) * 110)


def folder_name(number, node):
    return f"{node['name'].replace('(', '_').replace(')', '_')} (#{number})"


def node_settings(number, node):
    bundle, symbolic_name, vendor, version = node['bundle']
    feature = ('Recluster', 'io.github.recluster.feature.feature.group', 'Recluster', '1.0.0') if node['bundle'] is OURS else (Null, Null, Null, '0.0.0')
    creation = {} if node['creation'] is None else {'node_creation_config': node['creation']}
    return document('settings.xml', {
        'node_file': 'settings.xml', 'flow_stack': {}, 'internal_node_subsettings': {'memory_policy': 'CacheSmallInMemory'}, 'model': node['model'],
        'customDescription': Null, 'state': 'IDLE', 'factory': node['factory'], 'node-name': node['name'], 'node-bundle-name': bundle,
        'node-bundle-symbolic-name': symbolic_name, 'node-bundle-vendor': vendor, 'node-bundle-version': version, 'node-feature-name': feature[0],
        'node-feature-symbolic-name': feature[1], 'node-feature-vendor': feature[2], 'node-feature-version': feature[3], 'factory_settings': {}, **creation,
        'name': node['name'], 'hasContent': False, 'isInactive': False,
        'ports': {f'port_{i}': {'index': i, 'port_dir_location': Null} for i in range(1, node['ports'] + 1)},
        'filestores': {'file_store_location': Null, 'file_store_id': Null}})


def main():
    workflow = HERE / 'health-insurance'
    for old in workflow.glob('* (#*)'):
        shutil.rmtree(old)
    nodes = {}
    for number, node in NODES.items():
        folder = workflow / folder_name(number, node)
        folder.mkdir(parents=True)
        (folder / 'settings.xml').write_text(node_settings(number, node))
        x, y = place(number)
        nodes[f'node_{number}'] = {
            'id': number, 'node_settings_file': f'{folder.name}/settings.xml', 'node_is_meta': False, 'node_type': 'NativeNode',
            'ui_classname': 'org.knime.core.node.workflow.NodeUIInformation', 'ui_settings': {'extrainfo.node.bounds': (x, y, -1, -1)}}
    wires = {f'connection_{i}': {'sourceID': a, 'destID': b, 'sourcePort': out + 1, 'destPort': into + 1} for i, (a, out, b, into) in enumerate(WIRES)}
    (workflow / 'workflow.knime').write_text(document('workflow.knime', {
        'created_by': '5.8.0', 'created_by_nightly': False, 'version': '5.1.0', 'name': workflow.name,
        'authorInformation': {'authored-by': 'Recluster', 'authored-when': '2026-11-25 00:00:00 +0000', 'lastEdited-by': Null, 'lastEdited-when': Null},
        'customDescription': Null, 'state': 'IDLE', 'workflow_credentials': {}, 'nodes': nodes, 'connections': wires}))
    (workflow / 'workflow-metadata.xml').write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<workflow-metadata content-type="text/plain" '
        'xmlns="http://www.knime.org/core/node/workflow/metadata/v1.0">\n    <last-modified>2026-11-25T00:00:00.000Z</last-modified>\n'
        '    <description>Who uses health care, and how: the groups among 5,575 insured persons, and why they exist.</description>\n</workflow-metadata>\n')



if __name__ == '__main__':
    main()
